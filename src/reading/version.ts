/**
 * Names the shape of a Reading together with the rules, lists and weights behind it. It is stored beside each Reading,
 * and a stored one of another version is read again: raise it with every change of one of them.
 */
export const READING_VERSION = 'reading-6';
