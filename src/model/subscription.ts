/** That a hub is asked to send what is new of a source (WebSub), so that it need not be polled for. Times are ISO 8601 UTC. */
export interface Subscription {
  /** The id of the source. */
  readonly source: string;
  /** Names the subscription in the address that the hub calls; nobody can guess it. */
  readonly token: string;
  readonly hub: string;
  /** The address of the feed as the hub knows it. */
  readonly topic: string;
  /** What the hub signs with. */
  readonly secret: string;
  /** "asked": the hub has yet to verify that we asked; "refused": by the hub, or it could not be asked; "ending": the hub was asked to end it. */
  readonly state: "asked" | "active" | "refused" | "ending";
  readonly askedAt: string;
  /** When it ends unless it is renewed. */
  readonly until: string | null;
  /** How long the hub gave it last. */
  readonly leaseMs: number | null;
  /** Why it was refused. */
  readonly reason: string | null;
  /** When something signed last came. */
  readonly pushedAt: string | null;
}
