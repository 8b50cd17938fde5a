package lathe.text.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lathe.text.jinja.value.Arguments;
import lathe.text.jinja.value.Callable;
import lathe.text.jinja.value.TemplateFault;
import lathe.text.jinja.value.Undefined;

/** A part of a template that is called by name and gives back what it writes. */
record Macro(String name, Map<String, Expression> parameters, Statement body) {

    static Expression absent(String parameter) {
        return scope -> new Undefined(parameter);
    }

    /** The macro as the scope in which it is defined sees it. */
    Callable in(Scope scope) {
        return given -> call(scope, given);
    }

    private String call(Scope home, Arguments given) {
        checkArguments(given);
        home.budget().enter();
        Scope scope = home.inner();
        int at = 0;
        for (Map.Entry<String, Expression> parameter : parameters.entrySet()) {
            Object value = at < given.positional().size()
                    ? given.positional().get(at)
                    : given.named().get(parameter.getKey());
            scope.set(parameter.getKey(), value == null ? parameter.getValue().evaluate(scope) : value);
            at++;
        }
        if (given.named().get("caller") != null && !parameters.containsKey("caller")) {
            scope.set("caller", given.named().get("caller"));
        }
        Output out = new Output(home.budget());
        body.run(scope, out);
        home.budget().leave();
        return out.text();
    }

    private void checkArguments(Arguments given) {
        List<String> unknown = new ArrayList<>(given.named().keySet());
        unknown.removeAll(parameters.keySet());
        unknown.remove("caller");
        if (given.positional().size() > parameters.size() || !unknown.isEmpty()) {
            throw new TemplateFault("macro " + name + " takes " + parameters.keySet() + ", was given "
                    + given.positional().size() + " values and " + unknown);
        }
    }
}
