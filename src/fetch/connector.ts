import { connect as connectTcp, type LookupFunction } from "node:net";
import { buildConnector } from "undici";
import {
  type AddressGuard,
  createGuardedLookup,
  isLiteral,
  namedLookup,
  PrivateAddressError,
  toBareHost,
} from "./address-guard.ts";

/** Hosts that a server on this machine stands in for, in plain HTTP whatever the address says: host to port. */
export type StandIns = ReadonlyMap<string, number>;

export interface ConnectorOptions {
  readonly guard: AddressGuard;
  readonly connectTimeoutMs: number;
  readonly standIns?: StandIns;
  /** For tests of names that change their address. */
  readonly lookup?: LookupFunction;
}

const DEFAULT_PORT: Readonly<Record<string, number>> = { "http:": 80, "https:": 443 };
const LOOPBACK = "127.0.0.1";

/** Connections to public addresses and to named hosts only. Judged when the connection is made, for every host of every redirect. */
export function createConnector(options: ConnectorOptions): buildConnector.connector {
  const { guard, connectTimeoutMs: timeout, standIns = new Map(), lookup } = options;
  const guarded = buildConnector({ timeout, lookup: createGuardedLookup(guard, lookup) });
  const open = buildConnector({ timeout, lookup: lookup ?? namedLookup });
  return (target, done) => {
    const standIn = standIns.get(toBareHost(target.hostname));
    if (standIn !== undefined) {
      connectToStandIn(standIn, done);
      return;
    }
    const port = Number(target.port || DEFAULT_PORT[target.protocol]);
    if (guard.isNamed(target.hostname, port)) {
      open(target, done);
      return;
    }
    if (isLiteral(target.hostname) && !guard.isPublic(toBareHost(target.hostname))) {
      done(new PrivateAddressError(`${target.hostname} is no public address`), null);
      return;
    }
    guarded(target, done);
  };
}

function connectToStandIn(port: number, done: buildConnector.Callback): void {
  const socket = connectTcp({ host: LOOPBACK, port, noDelay: true });
  socket.once("connect", () => done(null, socket));
  socket.once("error", (error) => done(error, null));
}
