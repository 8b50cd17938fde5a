/**
 * Personal information: what finds it, one detector for each kind, and what is put in its place. Everything is found by
 * form, check digits, lists and the words around; there is no model.
 */
@NullMarked
package lathe.clean.privacy;

import org.jspecify.annotations.NullMarked;
