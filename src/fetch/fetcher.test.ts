import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createServer as createTcpServer, type Socket } from "node:net";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, onTestFinished, test } from "vitest";
import { createFetcher, type Fetcher, type FetcherOptions } from "./fetcher.ts";
import type { FetchOutcome } from "./outcome.ts";

interface Site {
  readonly origin: string;
  readonly host: string;
  readonly port: number;
  readonly seen: {
    readonly path: string;
    readonly at: number;
    readonly request: IncomingMessage;
  }[];
}

/** A real server on this machine. Without a robots.txt of its own it has none. */
async function site(answer: RequestListener): Promise<Site> {
  const seen: Site["seen"] = [];
  const server = createServer((request, response) => {
    seen.push({ path: request.url ?? "", at: performance.now(), request });
    answer(request, response);
    if (!response.headersSent && request.url === "/robots.txt") response.writeHead(404).end();
  });
  const port = await listen(server);
  return { origin: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}`, port, seen };
}

async function listen(server: Server | ReturnType<typeof createTcpServer>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    if ("closeAllConnections" in server) server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

function fetcher(options: Partial<FetcherOptions> = {}): Fetcher {
  const made = createFetcher({
    userAgent: "Tawatur/0 (+mailto:test@example.org)",
    now: () => new Date("2026-03-02T10:00:00Z"),
    named: ["127.0.0.1", "*.localhost"],
    pauseMs: 0,
    ...options,
  });
  onTestFinished(() => made.close());
  return made;
}

const never = new AbortController().signal;
const get = (one: Fetcher, url: string, more = {}): Promise<FetchOutcome> =>
  one.fetch({ url, ...more }, never);

async function refusalOf(outcome: Promise<FetchOutcome>): Promise<string> {
  const found = await outcome;
  return found.ok ? `status ${found.response.status}` : found.reason;
}

async function bodyOf(outcome: Promise<FetchOutcome>): Promise<string> {
  const found = await outcome;
  if (!found.ok) throw new Error(`${found.reason}: ${found.detail}`);
  return new TextDecoder().decode(found.response.body);
}

const ok: RequestListener = (request, response) => {
  if (request.url !== "/robots.txt") response.end("نص");
};

describe("manners", () => {
  test("every request bears one name, asks for Arabic first, and no cookie", async () => {
    const { origin, seen } = await site((request, response) => {
      response.setHeader("set-cookie", "a=1; Path=/");
      ok(request, response);
    });
    const one = fetcher();
    await get(one, `${origin}/a`);
    await get(one, `${origin}/b`);
    const headers = seen.map(({ request }) => request.headers);
    expect(headers.map((sent) => sent["user-agent"])).toEqual(
      Array(3).fill("Tawatur/0 (+mailto:test@example.org)"),
    );
    expect(
      headers.every(
        (sent) => sent.cookie === undefined && sent["accept-language"]?.startsWith("ar"),
      ),
    ).toBe(true);
  });

  test("robots.txt is asked once, and what it forbids is not asked for", async () => {
    const { origin, seen } = await site((request, response) => {
      if (request.url === "/robots.txt")
        response.end("User-agent: tawatur\nDisallow: /private/*.html$\nSitemap: /s.xml");
      else response.end("نص");
    });
    const one = fetcher();
    expect(await refusalOf(get(one, `${origin}/private/a.html`))).toBe("robots");
    expect(await refusalOf(get(one, `${origin}/private/a.txt`))).toBe("status 200");
    expect(seen.map(({ path }) => path)).toEqual(["/robots.txt", "/private/a.txt"]);
  });

  test.each([
    [404, "status 200"],
    [401, "status 200"],
    [503, "robots-unreachable"],
    [429, "robots-unreachable"],
  ])("robots.txt answered with %s: %s", async (status, outcome) => {
    const { origin } = await site((request, response) => {
      if (request.url === "/robots.txt") response.writeHead(status).end();
      else response.end("نص");
    });
    expect(await refusalOf(get(fetcher(), `${origin}/a`))).toBe(outcome);
  });

  test("a redirect to a forbidden address is not followed", async () => {
    const { origin } = await site((request, response) => {
      if (request.url === "/robots.txt") response.end("User-agent: *\nDisallow: /no");
      else response.writeHead(302, { location: "/no" }).end();
    });
    expect(await refusalOf(get(fetcher(), `${origin}/a`))).toBe("robots");
  });

  test("requests to one host keep its pause, also when asked for all at once; hosts do not wait for one another", async () => {
    const first = await site(ok);
    const second = await site(ok);
    const one = fetcher({ pauseMs: 60 });
    const started = performance.now();
    await Promise.all(
      [1, 2, 3].flatMap((n) => [
        get(one, `${first.origin}/${n}`),
        get(one, `${second.origin}/${n}`),
      ]),
    );
    const gaps = [first, second].flatMap(({ seen }) =>
      seen.slice(1).map(({ at }, n) => at - (seen[n]?.at ?? 0)),
    );
    expect(gaps).toHaveLength(6);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(58);
    expect(performance.now() - started).toBeLessThan(600);
  });

  test("a crawl-delay longer than the pause is kept", async () => {
    const { origin, seen } = await site((request, response) => {
      if (request.url === "/robots.txt") response.end("User-agent: *\nCrawl-delay: 0.2");
      else response.end("نص");
    });
    const one = fetcher();
    await get(one, `${origin}/1`);
    await get(one, `${origin}/2`);
    expect((seen[2]?.at ?? 0) - (seen[1]?.at ?? 0)).toBeGreaterThanOrEqual(195);
  });

  test("validators are sent, and 304 has no body", async () => {
    const { origin } = await site((request, response) => {
      if (request.headers["if-none-match"] === '"v1"') response.writeHead(304).end();
      else ok(request, response);
    });
    const validators = { etag: '"v1"', lastModified: "Mon, 02 Mar 2026 10:00:00 GMT" };
    expect(await refusalOf(get(fetcher(), `${origin}/a`, { validators }))).toBe("status 304");
  });

  test.each([
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
    ["deflate", deflateSync],
    ["Deflate", deflateRawSync],
  ])("%s is unpacked, and the packed bytes are kept as they came", async (name, pack) => {
    const packed = pack(Buffer.from("نص مضغوط"));
    const { origin } = await site((request, response) => {
      if (request.url !== "/robots.txt") response.setHeader("content-encoding", name).end(packed);
    });
    const found = await get(fetcher(), `${origin}/a`);
    expect(found.ok && new TextDecoder().decode(found.response.body)).toBe("نص مضغوط");
    expect(found.ok && Buffer.from(found.response.raw).equals(packed)).toBe(true);
  });

  test.each<[string, number[], boolean]>([
    ["for good", [301, 308], true],
    ["for now", [302], false],
    ["for good by way of for now", [301, 307], false],
  ])("a redirect %s is followed, and told apart", async (_case, statuses, moves) => {
    const { origin } = await site((request, response) => {
      const step = Number(request.url?.slice(1));
      const status = statuses[step];
      if (request.url === "/robots.txt") return;
      if (status === undefined) response.end("وصلنا");
      else response.writeHead(status, { location: `/${step + 1}` }).end();
    });
    const found = await get(fetcher(), `${origin}/0`);
    const end = `${origin}/${statuses.length}`;
    expect(found).toMatchObject({ ok: true, movedTo: moves ? end : null, response: { url: end } });
  });
});

describe("safety", () => {
  test.each([
    "file:///etc/passwd",
    "ftp://example.org/",
    "javascript:alert(1)",
    "data:text/plain,x",
    "//example.org/",
    "http://",
    "كلام",
  ])("%s is no address", async (url) => {
    expect(await refusalOf(get(fetcher(), url))).toBe("bad-address");
  });

  test.each([
    "http://127.0.0.1/",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f.0.0.1/",
    "http://0.0.0.0/",
    "http://10.0.0.1/",
    "http://172.16.3.4/",
    "http://192.168.1.1/",
    "http://100.64.0.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://192.0.2.1/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
    "http://[::1]/",
    "http://[::]/",
    "http://[fe80::1]/",
    "http://[fc00::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:a9fe:a9fe]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[::7f00:1]/",
    "http://localhost/",
    "http://a.localhost/",
    "http://localhost./",
  ])("%s is not of the public internet", async (url) => {
    expect(await refusalOf(get(fetcher({ named: [] }), url))).toBe("private-address");
  });

  test("a named host is allowed at its port only", async () => {
    const named = await site(ok);
    const other = await site(ok);
    const one = fetcher({ named: [named.host] });
    expect(await bodyOf(get(one, `${named.origin}/`))).toBe("نص");
    expect(await refusalOf(get(one, `${other.origin}/`))).toBe("private-address");
    expect(other.seen).toEqual([]);
  });

  test("a redirect to a private address is not followed", async () => {
    const secret = await site(ok);
    const named = await site((request, response) => {
      if (request.url !== "/robots.txt")
        response.writeHead(302, { location: `${secret.origin}/` }).end();
    });
    expect(await refusalOf(get(fetcher({ named: [named.host] }), named.origin))).toBe(
      "private-address",
    );
    expect(secret.seen).toEqual([]);
  });

  test("a redirect of robots.txt to a private address is not followed", async () => {
    const secret = await site(ok);
    const named = await site((_request, response) => {
      response.writeHead(302, { location: `${secret.origin}/` }).end();
    });
    expect(await refusalOf(get(fetcher({ named: [named.host] }), named.origin))).toBe(
      "private-address",
    );
    expect(secret.seen).toEqual([]);
  });

  test("a name that resolves to a private address is refused, among public ones too when it is the only one left", async () => {
    const { port, seen } = await site(ok);
    const one = fetcher({
      named: [],
      lookup: (_hostname, _options, done) => done(null, [{ address: "127.0.0.1", family: 4 }]),
    });
    expect(await refusalOf(get(one, `http://rebind.example:${port}/`))).toBe("private-address");
    expect(seen).toEqual([]);
  });

  test("a name that is public when asked first and private when asked again gains nothing: each connection is judged by what it connects to", async () => {
    const { port, seen } = await site(ok);
    const answers = ["203.0.113.9", "127.0.0.1", "127.0.0.1"];
    let asked = 0;
    const one = fetcher({
      named: [],
      connectTimeoutMs: 300,
      lookup: (_hostname, _options, done) => {
        const address = answers[Math.min(asked, answers.length - 1)] ?? "";
        asked += 1;
        done(null, [{ address, family: 4 }]);
      },
    });
    for (const path of ["a", "b"]) await get(one, `http://rebind.example:${port}/${path}`);
    expect(seen).toEqual([]);
  });

  test("line ends in an address or a validator do not become headers", async () => {
    const { origin, seen } = await site(ok);
    const validators = { etag: '"a"\r\nx-evil: 1', lastModified: "b\nx-evil: 1" };
    await get(fetcher(), `${origin}/a\r\nx-evil: 1`, { validators });
    expect(seen.some(({ request }) => "x-evil" in request.headers)).toBe(false);
    expect(seen.at(-1)?.request.headers["if-none-match"]).toBeUndefined();
  });

  test("line ends in a Location do not become headers", async () => {
    const port = await listen(
      createTcpServer((socket: Socket) => {
        socket.once("data", (sent) => {
          const isStart = sent.toString().startsWith("GET /a ");
          const head = isStart ? "HTTP/1.1 302 Found\r\nLocation: /b\tx-evil:1" : "HTTP/1.1 404 No";
          socket.end(`${head}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
        });
      }),
    );
    expect(await refusalOf(get(fetcher(), `http://127.0.0.1:${port}/a`))).toBe("status 404");
  });

  test("a cookie of one host is not sent to another, nor back", async () => {
    const second = await site(ok);
    const first = await site((request, response) => {
      if (request.url === "/robots.txt") return;
      response.writeHead(302, { location: `${second.origin}/`, "set-cookie": "s=1" }).end();
    });
    const one = fetcher();
    await get(one, first.origin);
    await get(one, first.origin);
    expect(
      [...first.seen, ...second.seen].every(({ request }) => request.headers.cookie === undefined),
    ).toBe(true);
  });

  test("names and passwords in an address are not sent", async () => {
    const { origin, seen } = await site(ok);
    await get(fetcher(), origin.replace("http://", "http://user:secret@"));
    expect(seen.every(({ request }) => request.headers.authorization === undefined)).toBe(true);
  });

  test.each(["gzip", "br", "deflate"])(
    "a %s bomb is refused without being unpacked",
    async (name) => {
      const pack =
        { gzip: gzipSync, br: brotliCompressSync, deflate: deflateSync }[name] ?? gzipSync;
      const bomb = pack(Buffer.alloc(20_000_000));
      const { origin } = await site((request, response) => {
        if (request.url !== "/robots.txt") response.setHeader("content-encoding", name).end(bomb);
      });
      expect(await refusalOf(get(fetcher({ maxBytes: 1_000_000 }), origin))).toBe("packing-bomb");
    },
  );

  test.each([
    ["damaged", "gzip", Buffer.from("ليس مضغوطاً")],
    ["cut", "gzip", gzipSync("نص طويل ".repeat(1000)).subarray(0, 30)],
    ["unknown", "lzma", Buffer.from("x")],
    ["many times over", "gzip, gzip, gzip", gzipSync("x")],
  ])("%s packing is refused", async (_case, name, body) => {
    const { origin } = await site((request, response) => {
      if (request.url !== "/robots.txt") response.setHeader("content-encoding", name).end(body);
    });
    expect(await refusalOf(get(fetcher(), origin))).toBe("bad-packing");
  });

  test("a body beyond the limit is refused, announced or not, and not read to its end", async () => {
    const { origin } = await site((request, response) => {
      if (request.url === "/robots.txt") return;
      if (request.url === "/announced") response.setHeader("content-length", 5_000_000);
      const chunk = Buffer.alloc(50_000, 97);
      const write = (): void => {
        while (response.writable && response.write(chunk));
        if (response.writable) response.once("drain", write);
      };
      write();
    });
    const one = fetcher({ maxBytes: 200_000 });
    expect(await refusalOf(get(one, `${origin}/announced`))).toBe("too-large");
    expect(await refusalOf(get(one, `${origin}/endless`))).toBe("too-large");
  });

  test("headers beyond the limit are refused", async () => {
    const { origin } = await site((request, response) => {
      if (request.url !== "/robots.txt") response.setHeader("x-long", "a".repeat(200_000)).end();
    });
    expect(await refusalOf(get(fetcher(), origin))).toBe("too-large");
  });

  test.each([
    ["never answers", () => {}],
    [
      "sends a byte now and then",
      (socket: Socket) => {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
        const timer = setInterval(() => socket.write("a"), 40);
        socket.once("close", () => clearInterval(timer));
      },
    ],
  ])("a server that %s is left when the time is over", async (_case, behave) => {
    const port = await listen(
      createTcpServer((socket) => {
        socket.on("error", () => {});
        socket.once("data", () => behave(socket));
      }),
    );
    const started = performance.now();
    expect(await refusalOf(get(fetcher({ totalMs: 200 }), `http://127.0.0.1:${port}/`))).toBe(
      "timeout",
    );
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test.each([
    ["a loop", (n: number) => `/${(n + 1) % 3}`, "redirect-loop"],
    ["redirects without end", (n: number) => `/${n + 1}`, "too-many-redirects"],
    ["a redirect to another scheme", () => "file:///etc/passwd", "bad-redirect"],
  ])("%s is refused", async (_case, next, reason) => {
    const { origin } = await site((request, response) => {
      if (request.url === "/robots.txt") return;
      response.writeHead(302, { location: next(Number(request.url?.slice(1))) }).end();
    });
    expect(await refusalOf(get(fetcher(), `${origin}/0`))).toBe(reason);
  });

  test("a response that is cut is not taken for whole", async () => {
    const { origin } = await site((request, response) => {
      if (request.url === "/robots.txt") return;
      response.writeHead(200, { "content-length": "1000" }).write("بداية");
      setTimeout(() => response.destroy(), 20);
    });
    expect(await refusalOf(get(fetcher(), origin))).toBe("truncated");
  });

  test("what is not HTTP is refused", async () => {
    const port = await listen(
      createTcpServer((socket) => {
        socket.on("error", () => {});
        socket.end("SSH-2.0-x\r\n");
      }),
    );
    expect(await refusalOf(get(fetcher(), `http://127.0.0.1:${port}/`))).toBe("not-http");
  });

  test("nobody listening, and a name that is none", async () => {
    const gone = createServer();
    const port = await listen(gone);
    await new Promise((resolve) => gone.close(resolve));
    expect(await refusalOf(get(fetcher(), `http://127.0.0.1:${port}/`))).toBe("connect");
    const lookup: FetcherOptions["lookup"] = (_name, _options, done) =>
      done(Object.assign(new Error("no such name"), { code: "ENOTFOUND" }), "", 0);
    expect(await refusalOf(get(fetcher({ lookup }), "http://none.example/"))).toBe("dns");
  });

  test("asked to stop, it stops", async () => {
    const { origin } = await site((request, response) => {
      if (request.url === "/robots.txt") response.writeHead(404).end();
    });
    const ending = new AbortController();
    const outcome = fetcher().fetch({ url: origin }, ending.signal);
    setTimeout(() => ending.abort(), 50);
    expect(await refusalOf(outcome)).toBe("aborted");
  });

  test("a stand-in answers for a host in plain HTTP, and for that host only", async () => {
    const { port, seen } = await site(ok);
    const one = fetcher({ named: [], standIns: new Map([["sahifa.example", port]]) });
    expect(await bodyOf(get(one, "https://sahifa.example/a"))).toBe("نص");
    expect(seen.at(-1)?.request.headers.host).toBe("sahifa.example");
    expect(await refusalOf(get(one, "https://127.0.0.1/"))).toBe("private-address");
  });
});
