/** For how long a browser may take to begin. Milliseconds. */
const begunWithin = 40_000;

/** Gives the operator a file, made here. Its name stands in the browser's history, so it carries no personal datum. */
export function download(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  // Never in the document, so that a host that follows clicks on links does not see this one.
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), begunWithin);
}
