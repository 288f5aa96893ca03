export { readRegister } from './read-register.ts';
