/** An issuer of tokens for people, as a county's OpenID Connect provider. */
export interface IssuerEntry {
  readonly id: string;
  readonly issuer: string;
  readonly audience: string;
  /** Address or file of its public keys. */
  readonly jwks: string;
  readonly algorithms: readonly string[];
  readonly claims: {
    readonly subject?: string;
    readonly roles: string;
    readonly department?: string;
    readonly areas?: string;
    readonly purposes?: string;
    readonly scopes?: string;
  };
  /** Roles that it may give. */
  readonly roles: readonly string[];
  readonly department?: string;
  /** Purposes by role. */
  readonly purposes?: Readonly<Record<string, readonly string[]>>;
}

/** How a system's certificate is known. */
export interface CertificateEntry {
  /** SHA-256, as `AB:CD:…`. */
  readonly fingerprint?: string;
  /** All parts named must be there. */
  readonly subject?: Readonly<Record<string, string>>;
}

/** A registered system: known by a client certificate, or by tokens that it signs itself. */
export interface SystemEntry {
  readonly id: string;
  readonly certificate?: CertificateEntry;
  /** File of its public key. */
  readonly key?: string;
  readonly audience?: string;
  readonly roles: readonly string[];
  readonly department?: string;
  readonly areas?: readonly string[];
  readonly purposes: readonly string[];
  readonly scopes?: readonly string[];
}

/** A county's identity.yaml: whom the gateway believes. */
export interface IdentityFile {
  readonly version: 1;
  /** In seconds. Default 30. */
  readonly clockTolerance?: number;
  readonly issuers?: readonly IssuerEntry[];
  readonly systems?: readonly SystemEntry[];
  readonly public?: { readonly purposes: readonly string[] };
}
