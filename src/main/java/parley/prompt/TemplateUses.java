package parley.prompt;

import com.samskivert.mustache.Mustache;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a template uses: its variables, and everything else with its sign in front. */
final class TemplateUses implements Mustache.Visitor {
    private final Set<String> variables = new LinkedHashSet<>();
    private final Set<String> others = new LinkedHashSet<>();

    Set<String> variables() {
        return variables;
    }

    Set<String> others() {
        return others;
    }

    @Override
    public void visitText(String text) {}

    @Override
    public void visitVariable(String name) {
        variables.add(name);
    }

    @Override
    public boolean visitInclude(String name) {
        return other(">" + name);
    }

    @Override
    public boolean visitParent(String name) {
        return other("<" + name);
    }

    @Override
    public boolean visitBlock(String name) {
        return other("$" + name);
    }

    @Override
    public boolean visitSection(String name) {
        return other("#" + name);
    }

    @Override
    public boolean visitInvertedSection(String name) {
        return other("^" + name);
    }

    /** Never looks inside: an include would be loaded for that. */
    private boolean other(String tag) {
        others.add(tag);
        return false;
    }
}
