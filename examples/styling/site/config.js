/** What scripts/publish-site.sh wrote for this stage. */
export const config = await (await fetch('/config.json')).json();
