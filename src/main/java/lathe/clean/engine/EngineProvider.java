package lathe.clean.engine;

/** An engine that is found on the class path, under the name by which people ask for it. */
public interface EngineProvider {

    /** Its name, as in {@code --engine NAME=ARGUMENT}. */
    String name();

    /**
     * The engine.
     *
     * @param argument what stands behind the equals sign; empty where nothing does
     */
    Pass.Engine engine(String argument);
}
