/** `Fn::Cidr`: `count` blocks of `bits` host bits out of an IPv4 or IPv6 block, or `undefined` where they do not fit. */
export function cidrBlocks(block: string, count: number, bits: number): readonly string[] | undefined {
  const slash = block.lastIndexOf('/');
  const address = parseAddress(block.slice(0, slash));
  const prefix = Number(block.slice(slash + 1));
  if (slash === -1 || address === undefined || !Number.isInteger(prefix)) return undefined;
  const { width } = address;
  const newPrefix = width - bits;
  const fits = prefix >= 0 && bits >= 1 && newPrefix >= prefix && newPrefix <= width;
  if (!fits || !(count >= 1 && count <= 256) || count > 2 ** Math.min(newPrefix - prefix, 9))
    return undefined;
  const base = (address.value >> BigInt(width - prefix)) << BigInt(width - prefix);
  return Array.from({ length: count }, (_, i) => {
    const start = base + (BigInt(i) << BigInt(bits));
    return `${width === 32 ? ipv4(start) : ipv6(start)}/${newPrefix}`;
  });
}

function parseAddress(text: string): { value: bigint; width: 32 | 128 } | undefined {
  if (!text.includes(':')) {
    const parts = text.split('.');
    if (parts.length !== 4 || !parts.every((p) => /^\d{1,3}$/.test(p) && Number(p) < 256)) return undefined;
    return { value: parts.reduce((sum, p) => (sum << 8n) + BigInt(p), 0n), width: 32 };
  }
  const [head = '', tail] = text.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = 8 - before.length - after.length;
  if (text.split('::').length > 2 || (tail === undefined ? missing !== 0 : missing < 1)) return undefined;
  const groups = [...before, ...Array.from({ length: Math.max(missing, 0) }, () => '0'), ...after];
  if (!groups.every((g) => /^[0-9a-f]{1,4}$/i.test(g))) return undefined;
  return { value: groups.reduce((sum, g) => (sum << 16n) + BigInt(`0x${g}`), 0n), width: 128 };
}

function ipv4(value: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 255n)).join('.');
}

function ipv6(value: bigint): string {
  const groups = Array.from({ length: 8 }, (_, i) =>
    ((value >> BigInt(112 - 16 * i)) & 0xffffn).toString(16),
  );
  const zeros = /(?:^|:)0(?::0)+(?=:|$)/g;
  const text = groups.join(':');
  const longest = [...text.matchAll(zeros)].sort((a, b) => b[0].length - a[0].length)[0];
  if (longest === undefined) return text;
  const before = text.slice(0, longest.index);
  return `${before}::${text.slice(longest.index + longest[0].length).replace(/^:/, '')}`;
}
