import { expect, test } from "vitest";
import { createAddressGuard } from "./address-guard.ts";
import { createFetcher } from "./fetcher.ts";

const guard = createAddressGuard([]);

test.each([
  "127.0.0.1",
  "127.1.2.3",
  "0.0.0.0",
  "0.1.2.3",
  "10.0.0.1",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.1.1",
  "169.254.169.254",
  "100.64.0.1",
  "100.100.100.200",
  "168.63.129.16",
  "192.0.0.1",
  "192.0.2.1",
  "192.88.99.1",
  "198.18.0.1",
  "198.51.100.1",
  "203.0.113.1",
  "224.0.0.1",
  "240.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::127.0.0.1",
  "::ffff:127.0.0.1",
  "::ffff:10.0.0.1",
  "::ffff:7f00:1",
  "::ffff:0:127.0.0.1",
  "64:ff9b::127.0.0.1",
  "64:ff9b::a9fe:a9fe",
  "64:ff9b:1::7f00:1",
  "2002:7f00:1::",
  "2002:a9fe:a9fe::",
  "2001::1",
  "2001:db8::1",
  "2001:470::5efe:127.0.0.1",
  "2001:470::200:5efe:10.0.0.1",
  "fe80::1",
  "fe80::1%eth0",
  "fec0::1",
  "fc00::1",
  "fd00:ec2::254",
  "ff02::1",
  "100::1",
  "",
  "مثال",
])("«%s» is not public", (address) => {
  expect(guard.isPublic(address)).toBe(false);
});

test.each([
  "8.8.8.8",
  "93.184.216.34",
  "2606:4700:4700::1111",
  "2a00:1450:4001:800::200e",
  "::ffff:8.8.8.8",
  "64:ff9b::8.8.8.8",
])("%s is public", (address) => {
  expect(guard.isPublic(address)).toBe(true);
});

test.each([
  ["a whole number", "http://2130706433/"],
  ["a number in base sixteen", "http://0x7f000001/"],
  ["octal parts", "http://0177.0.0.1/"],
  ["an octal number", "http://017700000001/"],
  ["parts left out", "http://127.1/"],
  ["parts left out, in base sixteen", "http://0x7f.1/"],
  ["nothing but zero", "http://0/"],
  ["letters in circles", "http://①②⑦.⓪.⓪.①/"],
  ["wide letters", "http://１２７.０.０.１/"],
  ["wide dots", "http://127。0。0。1/"],
  ["a dot at the end", "http://127.0.0.1./"],
  ["localhost with a dot at the end", "http://localhost./"],
  ["localhost in capitals", "http://LOCALHOST/"],
  ["a name under localhost", "http://a.localhost/"],
  ["IPv6", "http://[::1]/"],
  ["no address of IPv6", "http://[::]/"],
  ["IPv4 in IPv6", "http://[::ffff:127.0.0.1]/"],
  ["IPv4 in IPv6 written out", "http://[0:0:0:0:0:ffff:127.0.0.1]/"],
  ["translated IPv4", "http://[64:ff9b::7f00:1]/"],
  ["IPv4 in 6to4", "http://[2002:7f00:1::]/"],
  ["the metadata of a cloud", "http://169.254.169.254/latest/"],
  ["the metadata of a cloud as a number", "http://2852039166/"],
  ["the metadata of a cloud in IPv6", "http://[fd00:ec2::254]/"],
  ["a name before it", "http://a.example:b@127.0.0.1/"],
  ["a name after it", "http://127.0.0.1#@a.example/"],
  ["slashes that lean back", "http:\\\\127.0.0.1\\"],
  ["one slash", "http:/127.0.0.1/"],
])("this machine or network by %s is refused", async (_what, url) => {
  const fetcher = createFetcher({ userAgent: "t", now: () => new Date(), named: [], pauseMs: 0 });
  const outcome = await fetcher.fetch({ url, accept: "*/*" }, AbortSignal.timeout(5000));
  await fetcher.close();
  expect(outcome.ok ? outcome.response.status : outcome.reason).toBe("private-address");
});

test.each([
  "http://[fe80::1%25eth0]/",
  "http://256.256.256.256/",
  "file:///etc/passwd",
  "gopher://127.0.0.1/",
  "data:text/html,x",
  "//127.0.0.1/",
])("«%s» is no address", async (url) => {
  const fetcher = createFetcher({ userAgent: "t", now: () => new Date(), named: [], pauseMs: 0 });
  const outcome = await fetcher.fetch({ url, accept: "*/*" }, AbortSignal.timeout(5000));
  await fetcher.close();
  expect(outcome.ok ? outcome.response.status : outcome.reason).toBe("bad-address");
});
