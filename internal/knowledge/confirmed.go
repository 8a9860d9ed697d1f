package knowledge

// Missing reports whether it is confirmed that the Region lacks the service.
// What nobody has read in its source advises and never rules out.
func (s *Service) Missing(region string) bool { return s.Regions.Checked && !s.Offered(region) }

// On returns the confirmed word on whether the service is in scope of the
// programme, nil where there is none.
func (s *Service) On(programme string) *Compliance {
	for i := range s.Compliance {
		if c := &s.Compliance[i]; c.Checked && (contains(c.Programmes, programme) || contains(c.Outside, programme)) {
			return c
		}
	}
	return nil
}

// Outside reports whether it is confirmed that the service is out of scope of
// the programme.
func (s *Service) Outside(programme string) bool {
	c := s.On(programme)
	return c != nil && contains(c.Outside, programme)
}

// Unconfirmed reports whether a design in the Region under these programmes
// leans on something about the service that is not confirmed.
func (s *Service) Unconfirmed(region string, programmes []string) bool {
	if !s.Offered(region) && !s.Regions.Checked {
		return true
	}
	for _, p := range programmes {
		if s.On(p) == nil {
			return true
		}
	}
	return false
}
