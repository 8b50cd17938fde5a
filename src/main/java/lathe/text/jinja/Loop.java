package lathe.text.jinja;

import java.util.ArrayList;
import java.util.List;
import lathe.text.jinja.StatementParser.Target;
import lathe.text.jinja.value.Python;

/** {@code for}: every turn has a scope of its own, so that nothing it sets is left to the next. */
record Loop(Target target, Expression items, Expression only, Statement body, Statement otherwise)
        implements Statement {

    @Override
    public Ending run(Scope scope, Output out) {
        List<Object> wanted = new ArrayList<>();
        for (Object item : Python.items(items.evaluate(scope))) {
            scope.budget().charge(1);
            Scope one = scope.inner();
            one.set(target.names(), target.several(), item);
            if (Python.truth(only.evaluate(one))) {
                wanted.add(item);
            }
        }
        return wanted.isEmpty() ? otherwise.run(scope.inner(), out) : turns(wanted, scope, out);
    }

    private Ending turns(List<Object> wanted, Scope scope, Output out) {
        int depth = scope.get("loop") instanceof LoopTurn outer ? outer.depth() + 1 : 0;
        LoopTurn turn = new LoopTurn(wanted, depth);
        for (int i = 0; i < wanted.size(); i++) {
            turn.turn(i);
            Scope one = scope.inner();
            one.set("loop", turn);
            one.set(target.names(), target.several(), wanted.get(i));
            if (body.run(one, out) == Ending.BREAK) {
                break;
            }
        }
        return Ending.DONE;
    }
}
