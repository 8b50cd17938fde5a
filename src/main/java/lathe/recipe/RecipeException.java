package lathe.recipe;

import java.util.List;
import java.util.stream.Collectors;
import lathe.run.Failure;

/** A text cannot be read as a recipe. */
public final class RecipeException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public RecipeException(List<Problem> problems) {
        super(problems.stream().map(p -> p.at("recipe")).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, in the order of the keys. */
    public List<Problem> problems() {
        return problems;
    }

    /** The failure that names each place in a file. */
    public Failure in(String file) {
        String places = problems.stream().map(p -> p.at(file)).collect(Collectors.joining("\n"));
        String what =
                problems.size() == 1 ? "The recipe cannot be used" : "The recipe has " + problems.size() + " problems";
        return Failure.badInput(
                what, places, "correct the named keys; lathe run --help lists all keys and their ranges");
    }
}
