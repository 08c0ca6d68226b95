#!/usr/bin/env bash
# Runs an app: node.sh <directory with Helidon's lib> <directory for the app> <WAR> <port>
set -eu
home=$1 base=$2 war=$3 port=$4

cd "$base"
"$JAVA_HOME/bin/jar" xf "$war"
mkdir -p WEB-INF/classes/META-INF
cat > WEB-INF/classes/META-INF/beans.xml <<END
<beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0" bean-discovery-mode="annotated"></beans>
END
exec "$JAVA_HOME/bin/java" -Dserver.host=localhost -Dserver.port="$port" \
  -cp "$base/WEB-INF/classes:$base/WEB-INF/lib/*:$home/lib/*" io.helidon.Main
