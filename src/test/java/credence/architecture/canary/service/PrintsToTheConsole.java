package credence.architecture.canary.service;

public final class PrintsToTheConsole {
    public void speak() {
        System.out.println();
    }
}
