package lathe.data;

/**
 * One turn of a conversation.
 *
 * @param role system, user, assistant, or tool for what a tool answered
 */
public record Message(String role, String content) {}
