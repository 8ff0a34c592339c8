#!/usr/bin/env bash
# Makes an installable Credence with its own Java runtime, for the system this runs on.
#
#     installer/package.sh [TYPE]     app-image (default), deb, rpm, msi, exe, dmg or pkg
#
# The result is in target/installer. Needs Maven and a JDK 25 that has jlink and jpackage; see README.md here.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

type=${1:-app-image}
case $type in
    app-image | deb | rpm | msi | exe | dmg | pkg) ;;
    *)
        echo "unknown type '$type'; one of: app-image deb rpm msi exe dmg pkg" >&2
        exit 2
        ;;
esac

# A JDK of the needed version with the tools for packaging.
jdk=
for home in "${JAVA_HOME:-none}" /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -f "$home/release" ] && { [ -x "$home/bin/jpackage" ] || [ -x "$home/bin/jpackage.exe" ]; }; then
        version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
        if [ "${version:-0}" -ge 25 ]; then
            jdk=$home
            break
        fi
    fi
done
if [ -z "$jdk" ]; then
    echo "no JDK 25 with jpackage found; install one or set JAVA_HOME to it" >&2
    exit 1
fi

mvn -B -ntp -q package -DskipTests

image=target/credence
out=target/installer
work=target/installer-work
rm -rf "$out" "$work"
mkdir -p "$out" "$work"

# The runtime: JavaFX, and what the libraries on the class path use of the JDK. jlink takes modules only, so the
# program itself stays on the class path. jdk.charsets: journals come in many encodings.
modules=javafx.controls,javafx.fxml
modules+=,java.desktop,java.logging,java.management,java.naming,java.sql,java.xml
modules+=,jdk.charsets,jdk.management,jdk.net,jdk.unsupported
"$jdk/bin/jlink" --module-path "$image/lib/javafx" --add-modules "$modules" \
    --strip-debug --no-header-files --no-man-pages --compress zip-6 --output "$work/runtime"

# The class path, without JavaFX: that is in the runtime.
mkdir "$work/lib"
cp "$image"/lib/*.jar "$work/lib/"
# The sample data goes beside the jar, where the program looks first.
if [ -d "$image/sample-data" ]; then cp -R "$image/sample-data" "$work/lib/"; fi

options=()
while IFS= read -r line; do
    case $line in
        '' | '#'*) ;;
        *) options+=(--java-options "$line") ;;
    esac
done <"$image/lib/java.options"

version=$(sed -n 's/.*<version>\([0-9.]*\)\(-SNAPSHOT\)\{0,1\}<\/version>.*/\1/p' pom.xml | head -n 1)
case $(uname -s) in
    Linux)
        name=credence
        [ "$type" = app-image ] || options+=(--linux-shortcut --linux-app-category office)
        [ "$type" != deb ] ||
            options+=(--linux-package-deps "libgtk-3-0, libpango-1.0-0, libpangoft2-1.0-0, fontconfig, libgl1")
        ;;
    Darwin)
        name=Credence
        # A bundle's version may not begin with 0.
        version=${version/#0./1.}
        ;;
    *)
        name=Credence
        # The window needs no console; the command line does.
        printf 'win-console=true\n' >"$work/console.properties"
        options+=(--add-launcher "credence-cli=$work/console.properties")
        [ "$type" = app-image ] || options+=(--win-menu --win-dir-chooser --win-per-user-install)
        ;;
esac
for icon in assets/credence-512.png assets/credence.icns assets/credence.ico; do
    case $(uname -s)/$icon in
        Linux/*.png | Darwin/*.icns | MINGW*/*.ico | MSYS*/*.ico | CYGWIN*/*.ico)
            [ ! -f "$icon" ] || options+=(--icon "$icon")
            ;;
    esac
done

"$jdk/bin/jpackage" --type "$type" --name "$name" --app-version "$version" \
    --description "How far each trading bot may be trusted, and why" \
    --input "$work/lib" --main-jar credence.jar --main-class credence.Credence \
    --runtime-image "$work/runtime" --dest "$out" "${options[@]}"

rm -rf "$work"
du -sh "$out"/*
