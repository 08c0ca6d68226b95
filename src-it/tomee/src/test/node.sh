#!/usr/bin/env bash
# Runs another instance of this server: node.sh <server's home> <directory for the instance> <WAR> <port>
set -eu
home=$1 base=$2 war=$3 port=$4

mkdir "$base"/{logs,temp,webapps,work}
cp -r "$home/conf" "$base"
sed -i -e 's/<Server port="[0-9]*"/<Server port="-1"/' -e "s/<Connector port=\"[0-9]*\" protocol=\"HTTP/<Connector port=\"$port\" protocol=\"HTTP/" \
  "$base/conf/server.xml"
cp "$war" "$base/webapps"
CATALINA_BASE=$base exec bash "$home/bin/catalina.sh" run
