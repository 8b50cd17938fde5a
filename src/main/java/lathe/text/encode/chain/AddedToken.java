package lathe.text.encode.chain;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A token that is found in text before the model sees it.
 *
 * @param singleWord whether it counts only between what are no word characters
 * @param lstrip whether blanks before it belong to it
 * @param rstrip whether blanks behind it belong to it
 * @param normalized whether it is sought in the normalized text, itself normalized
 */
record AddedToken(
        int id,
        String content,
        boolean singleWord,
        boolean lstrip,
        boolean rstrip,
        boolean normalized,
        boolean special) {

    static AddedToken of(JsonNode node, int id) {
        return new AddedToken(
                id,
                node.path("content").asText(),
                node.path("single_word").asBoolean(),
                node.path("lstrip").asBoolean(),
                node.path("rstrip").asBoolean(),
                node.path("normalized").asBoolean(),
                node.path("special").asBoolean());
    }
}
