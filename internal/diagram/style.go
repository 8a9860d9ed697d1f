package diagram

import "alarife/internal/architecture"

// boxStyle is what the kind of a boundary decides for the layout.
type boxStyle struct {
	icon  string // in the AWS set
	glyph string // our own, "" for kinds that carry no icon
}

// styleOf returns the style of a kind.
func styleOf(k architecture.BoundaryKind) boxStyle {
	switch k {
	case architecture.KindCloud:
		return boxStyle{"architecture-group/AWSCloud", "own/group/cloud"}
	case architecture.KindRegion:
		return boxStyle{"architecture-group/Region", "own/group/region"}
	case architecture.KindVPC:
		return boxStyle{"architecture-group/VirtualprivatecloudVPC", "own/group/vpc"}
	case architecture.KindPublicSubnet:
		return boxStyle{"architecture-group/Publicsubnet", "own/group/public-subnet"}
	case architecture.KindPrivateSubnet:
		return boxStyle{"architecture-group/Privatesubnet", "own/group/private-subnet"}
	case architecture.KindOnPremises:
		return boxStyle{"architecture-group/Corporatedatacenter", "own/group/on-premises"}
	case architecture.KindDevice:
		return boxStyle{"", "own/group/device"}
	}
	return boxStyle{}
}
