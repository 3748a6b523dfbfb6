/** The time that a browser may need to start the download, in milliseconds. */
const begunWithin = 40_000;

/**
 * Starts the download of a generated file. The name appears in the browser's history, so it must not contain personal
 * data.
 */
export function download(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  // The link stays out of the document, so that a host that intercepts clicks on links does not see this one.
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), begunWithin);
}
