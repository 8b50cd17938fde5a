package lathe.model.text;

import lathe.model.arch.ModelConfig;
import lathe.run.Failure;

/**
 * What stays in sight of a text without end (Xiao et al. 2023, StreamingLLM): its first tokens and its latest.
 *
 * @param tokens the latest, the newest itself included
 * @param sinks the first; models of today heap attention on them, and fall apart when they go
 */
public record TextWindow(int tokens, int sinks) {
    /** How many sinks are usual; the paper's number. */
    public static final int USUAL_SINKS = 4;

    /** Most tokens that are kept. */
    public int places() {
        return sinks + tokens;
    }

    /**
     * That a model can go on by this window.
     *
     * @throws Failure where it has fewer positions than there would be places
     */
    public void check(ModelConfig config) throws Failure {
        if (tokens < 1 || sinks < 0) {
            throw Failure.badInput("A window needs one token or more, and sinks cannot be negative", "--window", "");
        }
        if (places() > config.maxPositions()) {
            throw Failure.badInput(
                    "The window and its sinks are " + places() + " places, the model has " + config.maxPositions(),
                    "--window, --sinks",
                    "take a window of " + Math.max(1, config.maxPositions() - sinks) + " tokens or fewer");
        }
    }

    /** Latest tokens and sinks that a layer keeps which sees only its {@code own} nearest tokens, if it does. */
    TextWindow within(boolean bounded, int own) {
        return bounded && own <= tokens ? new TextWindow(own, 0) : this;
    }

    /** How many of so many tokens can be added at once after so many. */
    int takes(int length, int more) {
        if (length == 0) {
            return Math.min(more, places());
        }
        return length < sinks ? 1 : Math.min(more, tokens);
    }
}
