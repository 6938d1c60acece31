// Command pulumi-resource-postgresql serves the package @pulumi/postgresql over the upstream Terraform provider.
// The schema is generated when it starts, so that nothing generated has to be kept beside this file.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfbridge"
	"github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfgen"
	shim "github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfshim"
	shimv2 "github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfshim/sdk-v2"
	"github.com/pulumi/pulumi/sdk/v3/go/common/diag"
	"github.com/pulumi/pulumi/sdk/v3/go/common/diag/colors"
	"github.com/pulumi/pulumi/sdk/v3/go/common/tokens"
	"github.com/terraform-providers/terraform-provider-postgresql/postgresql"
)

// The version of the npm package; the CLI warns when a plugin reports another one.
var version = "3.18.1"

// Terraform resource -> module member, as the published package names them.
var resources = map[string]string{
	"postgresql_database":                  "Database",
	"postgresql_default_privileges":        "DefaultPrivileges",
	"postgresql_extension":                 "Extension",
	"postgresql_function":                  "Function",
	"postgresql_grant":                     "Grant",
	"postgresql_grant_role":                "GrantRole",
	"postgresql_physical_replication_slot": "PhysicalReplicationSlot",
	"postgresql_publication":               "Publication",
	"postgresql_replication_slot":          "ReplicationSlot",
	"postgresql_role":                      "Role",
	"postgresql_schema":                    "Schema",
	"postgresql_security_label":            "SecurityLabel",
	"postgresql_server":                    "Server",
	"postgresql_subscription":              "Subscription",
	"postgresql_user_mapping":              "UserMapping",
}

func module(member string) string {
	return "postgresql:index/" + string(member[0]|0x20) + member[1:] + ":" + member
}

func provider() tfbridge.ProviderInfo {
	upstream := shimv2.NewProvider(postgresql.Provider())
	info := tfbridge.ProviderInfo{
		P: upstream, Name: "postgresql", Version: version,
		Resources:   map[string]*tfbridge.ResourceInfo{},
		DataSources: map[string]*tfbridge.DataSourceInfo{},
	}
	upstream.ResourcesMap().Range(func(name string, _ shim.Resource) bool {
		if member, ok := resources[name]; ok {
			// A grant has to be deleted before its like is created, or the new one is revoked again.
			info.Resources[name] = &tfbridge.ResourceInfo{
				Tok: tokens.Type(module(member)), DeleteBeforeReplace: member == "Grant",
			}
		} else {
			info.IgnoreMappings = append(info.IgnoreMappings, name)
		}
		return true
	})
	upstream.DataSourcesMap().Range(func(name string, _ shim.Resource) bool {
		info.IgnoreMappings = append(info.IgnoreMappings, name)
		return true
	})
	return info
}

func main() {
	info := provider()
	sink := diag.DefaultSink(io.Discard, io.Discard, diag.FormatOptions{Color: colors.Never})
	spec, err := tfgen.GenerateSchema(info, sink)
	if err != nil {
		fmt.Fprintln(os.Stderr, "pulumi-resource-postgresql: no schema:", err)
		os.Exit(1)
	}
	schema, err := json.Marshal(spec)
	if err != nil {
		fmt.Fprintln(os.Stderr, "pulumi-resource-postgresql: no schema:", err)
		os.Exit(1)
	}
	tfbridge.Main("postgresql", version, info, schema)
}
