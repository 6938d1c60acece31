import type { Knowable } from "./knowable";
import type { Place } from "./place";
import type { ServiceType } from "./service-type";
import type { Stated } from "./stated";

/** Another service of the same environment, as the services beside it reach it in their platform's private network. */
export interface PeerFact extends Stated {
  readonly kind: "peer";
  readonly platform: string;
  /** Its host name there, without what the platform may add to it. */
  readonly hostName: string;
  /** Every port that a place of it names, as text. */
  readonly ports: Knowable<readonly PeerPort[]>;
}

export interface PeerPort {
  readonly place: Place;
  readonly text: string;
}

/** A port of a container that compose publishes under another number, which the containers beside it do not see. */
export interface PublishedPeerFact extends Stated {
  readonly kind: "published-peer";
  /** The name of the service that publishes it. */
  readonly hostName: string;
  readonly published: string;
  /** On which the container listens. */
  readonly target: string;
}

/** A host that a service of a compose file asks, and that nothing on its network is called. */
export interface UnknownPeerFact extends Stated {
  readonly kind: "unknown-peer";
  /** The variable that names it. */
  readonly variable: string;
  readonly hostName: string;
  /** The services of the file that hold what is asked for. */
  readonly instead: readonly string[];
}

/** A domain of a service, in the form in which names are compared, and where it is written. */
export interface CustomDomain {
  readonly name: string;
  readonly place: Place;
}

/** What another service or store of the same environment is, and where: its platform may let no request reach it. */
export interface NeighbourFact extends Stated {
  readonly kind: "neighbour";
  readonly platform: string;
  readonly is: ServiceType | "key value store" | "database" | "registry credential";
  /** How it is called at its platform. */
  readonly name: string;
  /** Host names by which a variable names it in its platform's private network, as far as they are known. */
  readonly hosts: readonly string[];
  readonly plan?: string;
  readonly region?: string;
  /** The folder at which its disk is. */
  readonly diskAt?: string;
  /** The domains that it has beside its platform's own. */
  readonly domains?: readonly CustomDomain[];
  /** Of a key value store: which keys it takes away when its memory is full, in its platform's word. */
  readonly evicts?: string;
  /** Of a registry's credential: of which kind of registry it is, in its platform's word. */
  readonly registry?: string;
  /** The stores at which its variables say that its jobs may be. */
  readonly brokers?: readonly {
    readonly variable: string;
    readonly store: string;
    readonly database: number;
  }[];
  /** What it is built from, or runs as it is published: services with the same are processes of one application. */
  readonly application?: string;
  /** Variables whose values the platform draws, for each service another one. */
  readonly drawn?: readonly string[];
  /** Values that all processes of an application share, by a digest that is no value. */
  readonly shared?: readonly { readonly variable: string; readonly digest: string }[];
  /** The databases that its variables name by a URL. */
  readonly databases?: readonly {
    readonly variable: string;
    readonly host: string;
    readonly user: string;
  }[];
  /** Whether its server certainly answers HTTP alone, and decrypts nothing. */
  readonly isPlain?: true;
  /** Why plan and region are not among these, where their values are not known yet. */
  readonly pending?: string;
  /** Resources that take something of it in a variable, or have it as their registry's credential, by their URNs. */
  readonly usedBy?: readonly string[];
}
