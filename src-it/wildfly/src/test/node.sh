#!/usr/bin/env bash
# Runs another instance of this server: node.sh <server's home> <directory for the instance> <WAR> <port>
set -eu
home=$1 base=$2 war=$3 port=$4

cp -r "$home/standalone/configuration" "$base"
# without the other instance's apps
sed -i '/<deployments>/,/<\/deployments>/d' "$base/configuration/standalone-microprofile.xml"
mkdir "$base/deployments"
cp "$war" "$base/deployments"
exec "$home/bin/standalone.sh" -c standalone-microprofile.xml -Djboss.server.base.dir="$base" \
  -Djboss.http.port="$port" -Djboss.https.port=0 -Djboss.management.http.port=0
