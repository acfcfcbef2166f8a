/** A date that tells whether anybody looked at it: `timestamp()` makes another result every second. */
export function watched(date: Date): { readonly date: Date; wasRead(): boolean } {
  let read = false;
  const proxy = new Proxy(date, {
    get(target, property) {
      read = true;
      const member: unknown = Reflect.get(target, property, target);
      return typeof member === 'function' ? (member.bind(target) as unknown) : member;
    },
  });
  return { date: proxy, wasRead: () => read };
}
