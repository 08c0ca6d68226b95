package io.github.frameiokit.papers;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What expressions of a package's sources may amount to, as far as literals say so: through variables, parameters and
 * methods of the package.
 */
final class Expressions {

    private static final String UNKNOWN = "…";
    private static final int DEEPEST = 6;
    private static final int MOST = 500;

    private final List<CompilationUnitTree> units;

    /**
     * Where an expression is.
     *
     * @param type its outermost class
     * @param method its method; null in an initializer
     */
    record Place(ClassTree type, MethodTree method) {}

    Expressions(List<CompilationUnitTree> units) {
        this.units = units;
    }

    /** The texts that an expression may be, with {@code …} for what isn't a literal. */
    Set<String> texts(Tree expression, Place place) {
        return values(expression, place, 0).stream()
                .map(it -> it.replaceAll(UNKNOWN + "+", UNKNOWN))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The levels of the log that an expression may be. */
    Set<String> levels(Tree expression, Place place) {
        return values(expression, place, 0).stream()
                .filter(it -> !it.equals(UNKNOWN))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<String> values(Tree tree, Place place, int depth) {
        if (tree == null || depth > DEEPEST) {
            return Set.of(UNKNOWN);
        }
        int next = depth + 1;
        if (tree instanceof LiteralTree literal) {
            return Set.of(String.valueOf(literal.getValue()));
        }
        if (tree instanceof ParenthesizedTree parenthesized) {
            return values(parenthesized.getExpression(), place, depth);
        }
        if (tree instanceof LambdaExpressionTree lambda) {
            return values(lambda.getBody(), place, depth);
        }
        if (tree instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
            return product(values(sum.getLeftOperand(), place, depth), values(sum.getRightOperand(), place, depth));
        }
        if (tree instanceof ConditionalExpressionTree condition) {
            return union(Stream.of(condition.getTrueExpression(), condition.getFalseExpression()), place, depth);
        }
        if (tree instanceof SwitchExpressionTree choice) {
            return union(choice.getCases().stream().map(CaseTree::getBody), place, depth);
        }
        if (tree instanceof MemberSelectTree member) {
            return Set.of(
                    member.getExpression().toString().endsWith("Level")
                            ? member.getIdentifier().toString()
                            : UNKNOWN);
        }
        if (tree instanceof IdentifierTree identifier) {
            return variable(identifier.getName().toString(), place, next);
        }
        if (tree instanceof MethodInvocationTree call) {
            return called(call, place, next);
        }
        return tree instanceof com.sun.source.tree.ExpressionStatementTree statement
                ? values(statement.getExpression(), place, depth)
                : Set.of(UNKNOWN);
    }

    private Set<String> union(Stream<? extends Tree> trees, Place place, int depth) {
        return trees.flatMap(it -> values(it, place, depth).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> product(Set<String> left, Set<String> right) {
        return left.stream()
                .flatMap(begin -> right.stream().map(end -> begin + end))
                .limit(MOST)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<String> variable(String name, Place place, int depth) {
        List<VariableTree> parameters =
                place.method() == null ? List.of() : List.copyOf(place.method().getParameters());
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).getName().contentEquals(name)) {
                return argument(i, place, depth);
            }
        }
        List<VariableTree> local = found(place.method(), VariableTree.class, name);
        List<VariableTree> variables = local.isEmpty() ? found(place.type(), VariableTree.class, name) : local;
        return variables.size() == 1 ? values(variables.get(0).getInitializer(), place, depth) : Set.of(UNKNOWN);
    }

    /** What the class calls a method of its own with. */
    private Set<String> argument(int index, Place place, int depth) {
        Set<String> values = new LinkedHashSet<>();
        String called = place.method().getName().toString();
        int count = place.method().getParameters().size();
        for (Tree member : place.type().getMembers()) {
            MethodTree caller = member instanceof MethodTree method ? method : null;
            for (MethodInvocationTree call : calls(member, called)) {
                if (call.getArguments().size() == count) {
                    values.addAll(values(call.getArguments().get(index), new Place(place.type(), caller), depth));
                }
            }
        }
        return values.isEmpty() ? Set.of(UNKNOWN) : values;
    }

    /** What a method of the package returns. */
    private Set<String> called(MethodInvocationTree call, Place place, int depth) {
        boolean own = call.getMethodSelect() instanceof IdentifierTree;
        String name = own
                ? call.getMethodSelect().toString()
                : ((MemberSelectTree) call.getMethodSelect()).getIdentifier().toString();
        for (CompilationUnitTree unit : units) {
            for (Tree type : unit.getTypeDecls()) {
                List<MethodTree> methods =
                        own && type != place.type() ? List.of() : found(type, MethodTree.class, name);
                if (type instanceof ClassTree declaring && methods.size() == 1 && returnsText(methods.get(0))) {
                    Place there = new Place(declaring, methods.get(0));
                    return union(returned(methods.get(0)).stream(), there, depth);
                }
            }
        }
        return Set.of(UNKNOWN);
    }

    private static boolean returnsText(MethodTree method) {
        return String.valueOf(method.getReturnType()).equals("String")
                && !method.getName().contentEquals("toString");
    }

    private static List<ExpressionTree> returned(MethodTree method) {
        List<ExpressionTree> found = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitReturn(ReturnTree node, Void nothing) {
                found.add(node.getExpression());
                return null;
            }

            @Override
            public Void visitLambdaExpression(LambdaExpressionTree node, Void nothing) {
                return null;
            }
        }.scan(method, null);
        return found;
    }

    private static List<MethodInvocationTree> calls(Tree where, String name) {
        List<MethodInvocationTree> found = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree node, Void nothing) {
                if (node.getMethodSelect().toString().equals(name)) {
                    found.add(node);
                }
                return super.visitMethodInvocation(node, nothing);
            }
        }.scan(where, null);
        return found;
    }

    private static <T extends Tree> List<T> found(Tree where, Class<T> kind, String name) {
        List<T> found = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void scan(Tree node, Void nothing) {
                boolean named = node instanceof VariableTree variable
                                && variable.getName().contentEquals(name)
                        || node instanceof MethodTree method && method.getName().contentEquals(name);
                if (named && kind.isInstance(node)) {
                    found.add(kind.cast(node));
                }
                return super.scan(node, nothing);
            }
        }.scan(where, null);
        return found;
    }
}
