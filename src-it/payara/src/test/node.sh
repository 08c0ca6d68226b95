#!/usr/bin/env bash
# Runs another instance of this server: node.sh <server's home> <directory for the instance> <WAR> <port>
set -eu
home=$1 base=$2 war=$3 port=$4

mkdir -p "$base/node/autodeploy"
cp -r "$home"/glassfish/domains/domain1/{config,docroot,lib} "$base/node"
# ports 95.. of the other instance are 105.. here; this one has neither its apps nor its data grid
sed -i -e 's/\(["=]\)95\([0-9][0-9]["<]\)/\1105\2/g' -e "s/\"10580\"/\"$port\"/" \
  -e '/<applications>$/,/<\/applications>/d' -e '/<application-ref /d' \
  -e 's/<hazelcast-config-specific-configuration/& enabled="false"/' "$base/node/config/domain.xml"
cp "$war" "$base/node/autodeploy"
exec bash "$home/bin/asadmin" start-domain --verbose --domaindir "$base" node
