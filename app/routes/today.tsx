export default function Today() {
  return <main />;
}
