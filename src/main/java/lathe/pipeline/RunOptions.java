package lathe.pipeline;

/**
 * How a run is carried out; none of it changes the result.
 *
 * @param from first step to carry out; the ones before it must have results
 * @param to last step to carry out
 * @param resume whether to go on from the newest checkpoint
 * @param device {@code cpu} or {@code cuda:N}
 * @param threads most threads; 0 takes all cores
 */
public record RunOptions(Step from, Step to, boolean resume, String device, int threads) {

    /** Whether a step is asked for. */
    boolean includes(Step step) {
        return from.compareTo(step) <= 0 && step.compareTo(to) <= 0;
    }

    /** Threads as a number that can be used. */
    int threadsOrAll() {
        return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    }
}
