/** No such page; said by a route, since the router itself would also complain in the log. */
export function loader(): never {
  throw new Response(null, { status: 404 });
}

export const action = loader;

/** Never shown; a route without it would answer without the page that says so. */
export default function Nowhere() {
  return null;
}
