/** Whether a name says which registry an image is from: `quay.io/x/y`, `localhost/x`. */
export function hasRegistry(image: string): boolean {
  const [host = '', ...rest] = image.split('/');
  return rest.length > 0 && /[.:]|^localhost$/.test(host);
}

/** A short name as Docker and Compose mean it: on Docker Hub. */
export const onDockerHub = (image: string): string => `docker.io/${image.includes('/') ? '' : 'library/'}${image}`;
