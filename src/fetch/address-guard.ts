import { lookup as systemLookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

/** Decides which hosts and addresses may be connected to. */
export interface AddressGuard {
  /** Whether the operator has named this host (with its port, where the rule has one) as one that may be private. */
  isNamed(hostname: string, port: number): boolean;
  isPublic(address: string): boolean;
}

/**
 * Only the public internet, except for hosts that are named: `localhost`, `127.0.0.1:8080`, `*.localhost:8080`.
 * Everything that the registries set aside (loopback, private, link-local with the metadata services of clouds, carrier-grade,
 * multicast, reserved, and IPv4 within IPv6) is not public.
 */
export function createAddressGuard(named: readonly string[]): AddressGuard {
  const rules = named.map(toRule);
  return {
    isNamed: (hostname, port) => rules.some((rule) => rule(bareHost(hostname), port)),
    isPublic,
  };
}

const PORT = /:(\d{1,5})$/u;

function toRule(written: string): (hostname: string, port: number) => boolean {
  const port = PORT.exec(written)?.[1];
  const host = bareHost(port === undefined ? written : written.slice(0, -port.length - 1));
  const suffix = host.startsWith("*.") ? host.slice(1) : null;
  return (hostname, at) =>
    (suffix === null ? hostname === host : hostname.endsWith(suffix)) &&
    (port === undefined || Number(port) === at);
}

const TRAILING_DOT = /\.$/u;

function bareHost(hostname: string): string {
  const lower = hostname.toLowerCase().replace(TRAILING_DOT, "");
  return lower.startsWith("[") ? lower.slice(1, -1) : lower;
}

/** Addresses in public ranges behind which a cloud keeps what it tells its machines alone. */
const CLOUD_SERVICES: ReadonlySet<string> = new Set(["168.63.129.16"]);
/** Of networks that reach IPv4 by translation (NAT64): public when what is translated is. */
const TRANSLATED = "rfc6052";

function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === "ipv4") {
    return parsed.range() === "unicast" && !CLOUD_SERVICES.has(parsed.toString());
  }
  const bytes = parsed.toByteArray();
  if (parsed.range() === TRANSLATED) return isPublic(toIpv4(bytes.slice(12)));
  return parsed.range() === "unicast" && !carriesPrivateIpv4(bytes);
}

const toIpv4 = (bytes: readonly number[]): string => ipaddr.fromByteArray([...bytes]).toString();

/** IPv4 in other forms in which IPv6 carries it: compatible, 6to4, by the name of an interface (ISATAP). ipaddr.js names some of them as ranges; the bytes are sure. */
function carriesPrivateIpv4(bytes: readonly number[]): boolean {
  if (bytes[0] === 0x20 && bytes[1] === 0x02) return !isPublic(toIpv4(bytes.slice(2, 6)));
  const isCompatible = bytes.slice(0, 12).every((byte) => byte === 0);
  return (isCompatible || isIsatap(bytes)) && !isPublic(toIpv4(bytes.slice(12)));
}

function isIsatap([, , , , , , , , first = 0, second, third, fourth]: readonly number[]): boolean {
  return (first & 0xfd) === 0 && second === 0 && third === 0x5e && fourth === 0xfe;
}

/** A refusal of the guard, as it comes out of a connection that was not made. */
export class PrivateAddressError extends Error {
  override readonly name = "PrivateAddressError";
}

const LOCAL_SUFFIX = ".localhost";

/** Resolves names as the system does; `localhost` and what is under it is this machine (RFC 6761), whatever a resolver says. */
const resolve: LookupFunction = (hostname, options, done) => {
  const lower = bareHost(hostname);
  if (lower === "localhost" || lower.endsWith(LOCAL_SUFFIX)) {
    if (options.all === true) done(null, [{ address: "127.0.0.1", family: 4 }]);
    else done(null, "127.0.0.1", 4);
    return;
  }
  systemLookup(hostname, options, done);
};

/** A name lookup for connections: the address that is judged is the very one that is connected to, so that rebinding a name gains nothing. */
export function createGuardedLookup(
  guard: AddressGuard,
  lookup: LookupFunction = resolve,
): LookupFunction {
  return (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) {
        done(error, "", 0);
        return;
      }
      const addresses = (Array.isArray(found) ? found : []).filter(({ address }) =>
        guard.isPublic(address),
      );
      const [first] = addresses;
      if (first === undefined) {
        done(new PrivateAddressError(`${hostname} resolves to no public address`), "", 0);
        return;
      }
      if (options.all === true) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}

/** The same without a guard, for hosts that are named. */
export const namedLookup: LookupFunction = resolve;

/** Whether a host is written as a number, so that no lookup will judge it. */
export function isLiteral(hostname: string): boolean {
  return isIP(bareHost(hostname)) !== 0;
}

/** The host without the brackets of IPv6. */
export const toBareHost: (hostname: string) => string = bareHost;
