package lathe.recipe;

/**
 * One thing wrong with a recipe.
 *
 * @param path the key a form or a message points at, as {@code train.0.lora.r}
 * @param line line of the file, from 1; 0 where the recipe has no file
 * @param reason what is wrong, and the nearest right value
 */
public record Problem(String path, int line, String reason) {

    /** The place as people write it. */
    public String at(String file) {
        return (line > 0 ? file + ":" + line : file) + (path.isEmpty() ? "" : ": " + path) + ": " + reason;
    }
}
