/** Where a request came from and which address of ours it was sent to; the same answer for HTTP and for sockets. */
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { TLSSocket } from "node:tls";
import type { Config } from "../config";

type Trust = Pick<Config, "publicOrigin" | "trustedProxies">;

/**
 * The one origin that may send changes: PUBLIC_ORIGIN, or else what the browser asked for. An attacker's page that
 * resolves to our address (DNS rebinding) has an origin of its own and none of our cookies.
 */
export function ownOrigin(request: IncomingMessage, trust: Trust): string {
  if (trust.publicOrigin !== null) return trust.publicOrigin;
  return `${isOverTls(request, trust) ? "https" : "http"}://${request.headers.host ?? ""}`;
}

/** Whether the browser speaks TLS, with us or with the proxy in front of us. */
export function isOverTls(request: IncomingMessage, trust: Trust): boolean {
  if (trust.publicOrigin !== null) return trust.publicOrigin.startsWith("https:");
  if (request.socket instanceof TLSSocket) return true;
  return trust.trustedProxies > 0 && lastHop(request, "x-forwarded-proto", 1) === "https";
}

/** Browser and server on one machine: the one place where plain HTTP tells nobody anything. */
export function isLoopback(request: IncomingMessage): boolean {
  const host = (request.headers.host ?? "").replace(/:\d+$/, "").toLowerCase();
  const asked = host === "localhost" || host === "127.0.0.1" || host === "[::1]";
  // Both, since a proxy on this machine connects from loopback on behalf of the whole world.
  return asked && isLoopbackAddress(plainAddress(request.socket.remoteAddress ?? ""));
}

/** The client's address as our own proxies saw it; what a client writes into the header itself is not believed. */
export function clientAddress(request: IncomingMessage, trust: Trust): string {
  const forwarded =
    trust.trustedProxies > 0
      ? lastHop(request, "x-forwarded-for", trust.trustedProxies)
      : undefined;
  const address = plainAddress(forwarded ?? "");
  return isIP(address) ? address : plainAddress(request.socket.remoteAddress ?? "");
}

/** What counts as one place: an IPv4 address, or the /64 that one subscriber of IPv6 has for himself. */
export function placeOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = "", tail] = address.split("::", 2);
  const front = head === "" ? [] : head.split(":");
  const back = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? 0 : 8 - front.length - back.length;
  return [...front, ...Array.from({ length: zeros }, () => "0"), ...back].slice(0, 4).join(":");
}

function lastHop(request: IncomingMessage, name: string, fromEnd: number): string | undefined {
  const header = request.headers[name];
  const hops = (Array.isArray(header) ? header.join(",") : (header ?? "")).split(",");
  return hops.at(-fromEnd)?.trim();
}

function plainAddress(address: string): string {
  return address.startsWith("::ffff:") && address.includes(".") ? address.slice(7) : address;
}

function isLoopbackAddress(address: string): boolean {
  return address === "::1" || address.startsWith("127.");
}
