package rule

import (
	"math"

	"github.com/expr-lang/expr/vm"
)

// Machine runs programs over one environment. It is not safe for concurrent
// use; it allocates nothing once warm.
type Machine struct {
	// Env holds the value of every key: float64, bool or string.
	Env map[string]any
	vm  vm.VM
}

// NewMachine returns a machine over an environment.
func NewMachine(env map[string]any) *Machine {
	return &Machine{Env: env, vm: vm.VM{MemoryBudget: memoryBudget}}
}

// Bool runs a program of kind Bool. An error is a bug: compiled programs can
// only fail on an environment that lacks a key.
func (m *Machine) Bool(p *Program) (bool, error) {
	v, err := m.vm.Run(p.code, m.Env)
	if err != nil {
		return false, err
	}
	b, _ := v.(bool)
	return b, nil
}

// Number runs a program of kind Number. A result that is not finite, as of a
// division by zero, counts as 0.
func (m *Machine) Number(p *Program) (float64, error) {
	v, err := m.vm.Run(p.code, m.Env)
	if err != nil {
		return 0, err
	}
	f, ok := v.(float64)
	if !ok || math.IsNaN(f) || math.IsInf(f, 0) {
		return 0, nil
	}
	return f, nil
}

// Value runs a program of any kind and returns float64, bool or string.
func (m *Machine) Value(p *Program) (any, error) {
	switch p.Kind {
	case Number:
		return m.Number(p)
	case Bool:
		return m.Bool(p)
	}
	return m.vm.Run(p.code, m.Env)
}
