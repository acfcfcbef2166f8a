import type { Value } from '../../../../model/value.ts';
import { fail } from '../failure.ts';
import { toInteger } from '../number.ts';
import { exactOf } from '../scalar.ts';
import { NUMBER, STRING } from '../types.ts';
import { plain, structural, type Table } from './definition.ts';

interface Network {
  readonly address: bigint;
  readonly prefix: number;
  /** 32 or 128. */
  readonly bits: number;
}

function parseIp4(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  let value = 0n;
  for (const part of parts) {
    if (!/^\d{1,10}$/.test(part) || Number(part) > 255) return undefined;
    value = (value << 8n) | BigInt(Number(part));
  }
  return value;
}

function parseIp6(text: string): bigint | undefined {
  let source = text;
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  if (dotted !== null) {
    const low = parseIp4(dotted[2]!);
    if (low === undefined) return undefined;
    source = `${dotted[1]}${(low >> 16n).toString(16)}:${(low & 0xffffn).toString(16)}`;
  }
  const halves = source.split('::');
  if (halves.length > 2) return undefined;
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
  const count = groups.flat().length;
  if (halves.length === 1 ? count !== 8 : count > 7) return undefined;
  const full =
    halves.length === 1 ? groups[0]! : [...groups[0]!, ...Array(8 - count).fill('0'), ...groups[1]!];
  let value = 0n;
  for (const group of full) {
    if (!/^[0-9a-fA-F]{1,4}$/.test(group)) return undefined;
    value = (value << 16n) | BigInt(Number.parseInt(group, 16));
  }
  return value;
}

function parseNetwork(text: string): Network {
  const slash = text.indexOf('/');
  const ip = text.slice(0, slash);
  const prefix = text.slice(slash + 1);
  const six = ip.includes(':');
  const address = slash === -1 ? undefined : six ? parseIp6(ip) : parseIp4(ip);
  const bits = six ? 128 : 32;
  if (address === undefined || !/^\d{1,3}$/.test(prefix) || Number(prefix) > bits)
    return fail(`"${text}" is not a valid CIDR block`);
  const length = Number(prefix);
  const host = BigInt(bits - length);
  return { address: (address >> host) << host, prefix: length, bits };
}

function ipText(address: bigint, bits: number): string {
  if (bits === 32) return [24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 255n).join('.');
  const groups = Array.from({ length: 8 }, (_, index) =>
    Number((address >> BigInt(112 - index * 16)) & 0xffffn),
  );
  let best = { start: -1, length: 1 };
  for (let start = 0; start < 8; start++) {
    let length = 0;
    while (start + length < 8 && groups[start + length] === 0) length++;
    if (length > best.length) best = { start, length };
  }
  const hex = groups.map((group) => group.toString(16));
  if (best.start === -1) return hex.join(':');
  return `${hex.slice(0, best.start).join(':')}::${hex.slice(best.start + best.length).join(':')}`;
}

function whole(value: Value): bigint {
  const integer = value.kind === 'known' ? toInteger(exactOf(value)) : undefined;
  return integer ?? fail('a whole number is required');
}

function text(value: Value): string {
  return value.kind === 'known' ? String(value.value) : fail('a string is required');
}

function subnet(network: Network, extra: bigint, number: bigint): Network {
  const length = network.prefix + Number(extra);
  if (length < 0 || length > network.bits) return fail('the prefix would be too long');
  if (extra > 0n && (number < 0n ? -number : number) >= 1n << extra)
    return fail(`${extra} more bits have no subnet ${number}`);
  // A negative number is taken as Terraform takes it, which is hardly ever what was meant.
  const address = network.address | (number << BigInt(network.bits - length));
  return { ...network, prefix: length, address: address < 0n ? -address : address };
}

function host(network: Network, number: bigint): bigint {
  const size = 1n << BigInt(network.bits - network.prefix);
  const index = number < 0n ? size + number : number;
  if (index < 0n || index >= size) return fail(`the network has no host ${number}`);
  return network.address + index;
}

function networkText(network: Network): string {
  return `${ipText(network.address, network.bits)}/${network.prefix}`;
}

function subnets(network: Network, extras: readonly bigint[]): Network[] {
  const found: Network[] = [];
  let next = network.address;
  const end = network.address + (1n << BigInt(network.bits - network.prefix));
  for (const extra of extras) {
    if (extra < 1n) return fail('at least one more bit is required');
    if (extra > 32n) return fail('at most 32 more bits are possible');
    const length = network.prefix + Number(extra);
    if (length > network.bits) return fail('the prefix would be too long');
    const size = 1n << BigInt(network.bits - length);
    // Each subnet starts at a multiple of its own size.
    next = ((next + size - 1n) / size) * size;
    if (next + size > end) return fail('the network has no room for all subnets');
    found.push({ ...network, prefix: length, address: next });
    next += size;
  }
  return found;
}

export const network: Table = {
  cidrhost: structural([STRING, NUMBER], ([block, number], call) => {
    const parsed = parseNetwork(text(block!));
    return call.result(ipText(host(parsed, whole(number!)), parsed.bits));
  }),
  cidrnetmask: plain([STRING], ([block]: [string]) => {
    const { bits, prefix } = parseNetwork(block);
    if (bits === 128) return fail('an IPv6 network has no netmask');
    return ipText(((1n << BigInt(prefix)) - 1n) << BigInt(32 - prefix), 32);
  }),
  cidrsubnet: structural([STRING, NUMBER, NUMBER], ([block, bits, number], call) =>
    call.result(networkText(subnet(parseNetwork(text(block!)), whole(bits!), whole(number!)))),
  ),
  cidrsubnets: structural(
    [STRING],
    ([block, ...bits], call) =>
      call.result(subnets(parseNetwork(text(block!)), bits.map(whole)).map(networkText)),
    NUMBER,
  ),
};
