package lathe.spark;

import lathe.clean.engine.EngineProvider;
import lathe.clean.engine.Pass;

/** {@code --engine spark[=MASTER]}. */
public final class SparkEngineProvider implements EngineProvider {

    @Override
    public String name() {
        return "spark";
    }

    @Override
    public Pass.Engine engine(String argument) {
        return new SparkEngine(argument, 0);
    }
}
