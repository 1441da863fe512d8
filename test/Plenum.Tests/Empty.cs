namespace Plenum.Tests;
