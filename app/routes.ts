import { index, type RouteConfig } from "@remix-run/route-config";

export default [index("routes/today.tsx")] satisfies RouteConfig;
