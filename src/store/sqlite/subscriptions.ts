import type { Subscription } from "../../model/index.ts";
import type { Connection } from "./connection.ts";

interface SubscriptionColumns {
  readonly subscription: string;
}

const toSubscription = ({ subscription }: SubscriptionColumns): Subscription => ({
  // What an older version saved lacks it.
  pushedAt: null,
  ...(JSON.parse(subscription) as Omit<Subscription, "pushedAt">),
});

export function findSubscription(
  db: Connection,
  column: "source" | "token",
  value: string,
): Subscription | null {
  const row = db.get<SubscriptionColumns>(
    `SELECT subscription FROM subscriptions WHERE ${column} = ?`,
    [value],
  );
  return row === null ? null : toSubscription(row);
}

export function findSubscriptions(db: Connection): readonly Subscription[] {
  return db
    .all<SubscriptionColumns>("SELECT subscription FROM subscriptions ORDER BY source")
    .map(toSubscription);
}

export function dropSubscription(db: Connection, source: string): void {
  db.run("DELETE FROM subscriptions WHERE source = ?", [source]);
}

export function saveSubscription(db: Connection, subscription: Subscription): void {
  db.run("INSERT OR REPLACE INTO subscriptions VALUES (?, ?, ?)", [
    subscription.source,
    subscription.token,
    JSON.stringify(subscription),
  ]);
}
