package lathe.text.chat;

/**
 * A conversation as the model sees it.
 *
 * @param ids token ids
 * @param trained whether the loss counts the token at the same index as something to predict
 */
@SuppressWarnings("ArrayRecordComponent") // passed on at once, never compared
public record EncodedConversation(int[] ids, boolean[] trained) {}
