/**
 * What the page does beyond reading: theme, filter kept in the address, a table of contents that follows, printing.
 * Plain script without any of `${`, so that it stands in the page as it stands here.
 */
export const PAGE_SCRIPT = String.raw`
(function () {
  'use strict';
  var root = document.documentElement;
  var all = function (selector, from) { return Array.prototype.slice.call((from || document).querySelectorAll(selector)); };
  all('[data-script]').forEach(function (part) { part.hidden = false; });

  // Theme: the system's, until the reader chooses.
  var theme = document.getElementById('theme');
  var dark = function () {
    return root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  };
  var nameTheme = function () { theme.textContent = dark() ? 'Light page' : 'Dark page'; };
  theme.addEventListener('click', function () { root.dataset.theme = dark() ? 'light' : 'dark'; nameTheme(); });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', nameTheme);
  nameTheme();

  // Filter: kept in the address as #state=fail&area=security, so that a link leads to a view.
  var form = document.getElementById('filter');
  var said = document.getElementById('shown');
  var empty = document.getElementById('empty');
  var names = ['state', 'severity', 'area', 'resource', 'text'];
  var checks = all('.check').map(function (box) {
    return {
      box: box, severity: box.dataset.severity, area: box.dataset.area, words: null, title: null,
      rows: all('[data-state]', box).map(function (row) { return { row: row, state: row.dataset.state, resources: null, words: null }; })
    };
  });
  var sections = all('.area');
  var lower = function (node) { return node.textContent.toLowerCase(); };
  var values = function () {
    var found = {};
    names.forEach(function (name) { var value = form.elements[name].value.trim(); if (value) found[name] = value; });
    return found;
  };
  var apply = function () {
    var want = values();
    var resource = (want.resource || '').toLowerCase();
    var text = (want.text || '').toLowerCase();
    var shown = 0;
    checks.forEach(function (check) {
      var fits = (!want.severity || want.severity === check.severity) && (!want.area || want.area === check.area);
      if (text && check.title === null) {
        check.title = lower(check.box.querySelector('summary'));
      }
      var titled = !text || check.title.indexOf(text) >= 0;
      var any = false;
      check.rows.forEach(function (one) {
        var show = fits && (!want.state || want.state === one.state);
        if (show && resource) {
          if (one.resources === null) one.resources = all('[data-resource]', one.row).map(lower).join('\n');
          show = one.resources.indexOf(resource) >= 0;
        }
        if (show && !titled) {
          if (one.words === null) one.words = lower(one.row);
          show = one.words.indexOf(text) >= 0;
        }
        one.row.hidden = !show;
        any = any || show;
      });
      check.box.parentNode.hidden = !any;
      if (any) shown++;
    });
    sections.forEach(function (section) { section.hidden = !section.querySelector('li:not([hidden])>.check'); });
    said.textContent = shown + ' of ' + checks.length + ' checks shown';
    empty.hidden = shown > 0;
  };
  var anchor = '';
  var write = function () {
    var query = new URLSearchParams(values());
    if (anchor && String(query)) query.set('at', anchor);
    var hash = String(query) ? '#' + query : anchor ? '#' + anchor : '';
    if (hash !== location.hash) history.replaceState(null, '', hash || location.pathname + location.search);
  };
  var go = function (id) {
    var target = id && document.getElementById(id);
    if (!target) return;
    for (var box = target; box; box = box.parentElement) if (box.tagName === 'DETAILS') box.open = true;
    target.scrollIntoView();
    if (!target.matches('a,button,summary,input,select')) {
      var focus = target.tagName === 'DETAILS' ? target.querySelector('summary') : target;
      if (focus === target) target.setAttribute('tabindex', '-1');
      focus.focus({ preventScroll: true });
    }
  };
  var read = function () {
    var hash = location.hash.slice(1);
    var filtering = hash.indexOf('=') > 0;
    var query = new URLSearchParams(filtering ? hash : '');
    names.forEach(function (name) {
      var field = form.elements[name];
      field.value = query.get(name) || '';
      if (field.selectedIndex === -1) field.selectedIndex = 0;
    });
    var id = hash;
    if (!filtering) { try { id = decodeURIComponent(hash); } catch (error) { id = ''; } }
    anchor = filtering ? query.get('at') || '' : id;
    apply();
    go(anchor);
  };
  form.addEventListener('input', function () { apply(); write(); });
  form.addEventListener('reset', function () { setTimeout(function () { apply(); write(); }); });
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  addEventListener('hashchange', read);
  document.addEventListener('click', function (event) {
    var link = event.target.closest && event.target.closest('a[href^="#"]');
    if (!link) return;
    event.preventDefault();
    anchor = decodeURIComponent(link.hash.slice(1));
    var target = document.getElementById(anchor);
    // A link to something that the filter hides shows all again.
    if (target && target.closest('[hidden]')) { form.reset(); apply(); }
    var query = new URLSearchParams(values());
    if (String(query)) query.set('at', anchor);
    history.pushState(null, '', '#' + (String(query) || anchor));
    go(anchor);
  });
  addEventListener('popstate', read);

  // The table of contents follows.
  var links = {};
  all('.toc a').forEach(function (link) { links[decodeURIComponent(link.hash.slice(1))] = link; });
  var places = Object.keys(links).map(function (id) { return document.getElementById(id); }).filter(Boolean);
  var queued = false;
  var follow = function () {
    queued = false;
    var current = places[0];
    places.forEach(function (place) {
      if (!place.hidden && place.getBoundingClientRect().top < innerHeight * 0.3) current = place;
    });
    Object.keys(links).forEach(function (id) {
      if (current && id === current.id) links[id].setAttribute('aria-current', 'true');
      else links[id].removeAttribute('aria-current');
    });
  };
  addEventListener('scroll', function () { if (!queued) { queued = true; requestAnimationFrame(follow); } }, { passive: true });
  follow();

  // On paper everything is open.
  var opened = [];
  var open = function () { all('details:not([open])').forEach(function (box) { box.open = true; opened.push(box); }); };
  var close = function () { opened.splice(0).forEach(function (box) { box.open = false; }); };
  addEventListener('beforeprint', open);
  addEventListener('afterprint', close);
  matchMedia('print').addEventListener('change', function (media) { if (media.matches) open(); else close(); });

  read();
})();
`;
