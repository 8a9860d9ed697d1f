// Command fetch brings the AWS icon set into the program: it installs the npm
// package that package-lock.json pins and rewrites its icons into
// assets/icons/aws, from where the next build embeds them. Without npm it says
// so and leaves the program to its own glyphs. Run it at the root of the
// repository.
package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"

	"alarife/internal/icons"
)

const (
	source = "node_modules/aws-icons/icons"
	target = "assets/icons/aws"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "icons:", err)
		os.Exit(1)
	}
}

func run() error {
	if _, err := exec.LookPath("npm"); err != nil {
		fmt.Println("icons: npm is not installed; the program's own glyphs will stand in")
		return nil
	}
	cmd := exec.Command("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent")
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("npm ci: %w", err)
	}
	n := 0
	err := filepath.WalkDir(source, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".svg" {
			return err
		}
		err = encode(path)
		if errors.Is(err, icons.ErrOverlap) {
			fmt.Printf("icons: %s left out: %v\n", filepath.Base(path), err)
			return nil
		}
		n++
		return err
	})
	if err != nil {
		return err
	}
	fmt.Printf("icons: %d written to %s\n", n, target)
	return nil
}

// encode rewrites one file of the package into the same place below target.
func encode(path string) error {
	src, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	out, err := icons.Encode(src)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	rel, err := filepath.Rel(source, path)
	if err != nil {
		return err
	}
	dst := filepath.Join(target, rel)
	if err := os.MkdirAll(filepath.Dir(dst), 0o755); err != nil {
		return err
	}
	return os.WriteFile(dst, out, 0o644)
}
