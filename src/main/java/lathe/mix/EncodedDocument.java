package lathe.mix;

import org.jspecify.annotations.Nullable;

/**
 * A record as tokens.
 *
 * @param trained marks, or null where every token counts
 */
@SuppressWarnings("ArrayRecordComponent") // passed on at once, never compared
record EncodedDocument(String source, boolean heldOut, int[] ids, boolean @Nullable [] trained) {}
