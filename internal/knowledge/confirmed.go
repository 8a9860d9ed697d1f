package knowledge

// Missing reports whether it is confirmed that the Region lacks the service.
// What nobody has read in its source advises and never rules out.
func (s *Service) Missing(region string) bool { return s.Regions.Checked && !s.Offered(region) }

// Outside reports whether it is confirmed that the service is out of scope of
// the programme.
func (s *Service) Outside(programme string) bool { return s.Compliance.Checked && !s.In(programme) }

// Unconfirmed reports whether a design in the Region under these programmes
// leans on something about the service that is not confirmed.
func (s *Service) Unconfirmed(region string, programmes []string) bool {
	if !s.Offered(region) && !s.Regions.Checked {
		return true
	}
	for _, p := range programmes {
		if !s.In(p) && !s.Compliance.Checked {
			return true
		}
	}
	return len(programmes) > 0 && !s.Compliance.Checked
}
