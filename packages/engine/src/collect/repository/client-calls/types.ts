/** What pages ask of servers, and where they lead. */
export const CLIENT_CALL_TYPES = {
  'Repository::ClientCall': {
    is: 'a call of a page',
    address: 'GET /users/{} in site/api.js',
    properties: {
      file: 'where it is made',
      method: 'in capitals; not there where it cannot be told',
      path: 'the path behind the address of the server, a part that is put in as `{}`',
      base: 'the server as it is written: a name, an address; `own origin` where only a path stands there',
      asks: 'the names in its query; goes on unseen where something is put in that may hold more',
      sends: 'the fields of its body; goes on unseen where that is not written out beside the call',
    },
  },
  'Repository::ClientBase': {
    is: 'a server that pages ask',
    address: 'config.api of site',
    properties: {
      calls: 'what is asked of it',
      'calls[].method': 'as of the call',
      'calls[].path': 'as of the call',
      isOwn: { is: 'whether it is what the pages come from', otherwise: false },
    },
  },
  'Repository::ClientField': {
    is: 'a field of GraphQL that a page asks for',
    address: 'Query looks in site/looks.js',
    properties: {
      file: 'where it is asked for',
      type: '`Query`, `Mutation` or `Subscription`',
      name: 'the name of the field',
    },
  },
  'Repository::PageLink': {
    is: 'a link of a page',
    address: 'link to terms.html in site/index.html',
    properties: {
      file: 'where it stands',
      to: 'as it is written',
      path: 'the path that it leads to, from the folder of the site',
      there: {
        is: 'whether a file of the repository, or a page that a router names, is there',
        otherwise: false,
      },
      isOwn: {
        is: 'whether others are sent there, by an address that begins with the origin of the page',
        otherwise: false,
      },
      byRouter: {
        is: 'of such a link, whether a router in the page tells its pages apart, and not files',
        otherwise: false,
      },
    },
  },
} as const;
