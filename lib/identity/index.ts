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
