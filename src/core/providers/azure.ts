/**
 * The address of Azure's v1 API for that of a resource (`https://NAME.openai.azure.com`), as its portal shows it. An
 * address with a path of its own stays as it is: that of a gateway, or of one deployment (`/openai/deployments/NAME`).
 */
export function azureAddress(baseUrl: string): string {
  const [, start = baseUrl, query = ''] = /^([^?#]*)(.*)$/s.exec(baseUrl.trim()) ?? [];
  const bare = start.replace(/\/{1,8}$/, '');
  const path = bare.replace(/^[a-z]+:\/\//i, '').replace(/^[^/]*/, '');
  return path === '' || path === '/openai'
    ? `${bare.slice(0, bare.length - path.length)}/openai/v1`
    : start + query;
}

/** The version of an older API, where the address names one: `?api-version=2024-10-21`. */
export function apiVersion(baseUrl: string): string | undefined {
  return /[?&]api-version=([\w.-]{1,40})/.exec(baseUrl)?.[1];
}
