const PURPOSES: Readonly<Record<string, string>> = {
  Container: 'What Podman runs as a container, and how; becomes the command of the service.',
  Pod: 'A pod that containers share; its service starts them.',
  Volume: 'A volume that is made before containers use it.',
  Network: 'A network of Podman that is made before containers use it.',
  Kube: 'Containers described in Kubernetes YAML.',
  Image: 'An image that is pulled before containers start.',
  Build: 'An image that is built from a Containerfile.',
  Artifact: 'An OCI artifact that is pulled before containers start.',
  Quadlet: 'What Quadlet itself does with the file.',
};

/** What a section of Quadlet's is for; those of systemd are described elsewhere. */
export const purposeOf = (section: string): string | undefined => PURPOSES[section];
