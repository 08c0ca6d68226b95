#!/usr/bin/env bash
# Runs Helidon MP: helidon.sh <directory with the servers> <directory for the app> <port> <WAR>
set -eu
home=$1 base=$2 port=$3 war=$4

if [ ! -d "$base/WEB-INF" ]; then
  (cd "$base" && "$JAVA_HOME/bin/jar" xf "$war")
fi
# the kit is in the WAR, or isn't
server=$(find "$home/libraries/helidon" -name '*.jar' -not -name 'frameio-kit*' -printf '%p:')
# shellcheck disable=SC2086
exec "$JAVA_HOME/bin/java" $JVM_OPTIONS -Dserver.host=localhost -Dserver.port="$port" \
  -cp "$base/WEB-INF/classes:$base/WEB-INF/lib/*:$server" io.helidon.Main
