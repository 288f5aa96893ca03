export {
  type RequestKey,
  makeKeyPair,
  parsePublicKeys,
  publicKeyText,
  readPublicKeys,
  readSigningKey,
  writeKeyPair,
} from './request/request-keys.ts';
export { type SignRequest, identityHeader, requestSigner, signatureHeader } from './request/sign-request.ts';
export { type RequestVerifierOptions, type VerifyRequest, requestVerifier } from './request/verify-request.ts';
export { type SignedParts, readSignature } from './request/signed-text.ts';
export { type Authenticate, type AuthenticatorOptions, openAuthenticator } from './authenticate.ts';
export { type Caller, type Intent, askingFor } from './caller.ts';
export type { CertificateEntry, IdentityFile, IssuerEntry, SystemEntry } from './file/identity-file.ts';
export { readIdentityFile } from './file/read-identity-file.ts';
export type { TokenIssuer } from './token/token-issuer.ts';
export { type DemoIssuer, type DemoToken, defaultDemoCaller, demoIssuer } from './demo/demo-issuer.ts';
export { demoRoutes } from './demo/demo-routes.ts';
