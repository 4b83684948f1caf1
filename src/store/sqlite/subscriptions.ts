import type { Subscription } from "../../model/index.ts";
import type { Connection } from "./connection.ts";

export function findSubscription(
  db: Connection,
  column: "source" | "token",
  value: string,
): Subscription | null {
  const row = db.get<{ subscription: string }>(
    `SELECT subscription FROM subscriptions WHERE ${column} = ?`,
    [value],
  );
  return row === null ? null : (JSON.parse(row.subscription) as Subscription);
}

export function saveSubscription(db: Connection, subscription: Subscription): void {
  db.run("INSERT OR REPLACE INTO subscriptions VALUES (?, ?, ?)", [
    subscription.source,
    subscription.token,
    JSON.stringify(subscription),
  ]);
}
